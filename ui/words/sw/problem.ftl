# Yaliyoharibika katika amri, kwa msimbo wa kiini: ujumbe husema kilichotokea, `.action` la kufanya.
problem-unexpected = Jambo lisilotarajiwa limetokea.
problem-core-unreachable = Programu iliyo nyuma ya dirisha hili haijibu.
    .action = Funga dirisha, kisha ulifungue tena. Kila kilichoonyeshwa kuwa kimehifadhiwa kimehifadhiwa.
problem-window-nothing-open = Hakuna daftari lililofunguliwa.
    .action = Chagua daftari, au utengeneze jipya.
